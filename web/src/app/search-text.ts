import { defineText } from '#platform/text';

export const searchText = defineText({
  slice: 'search',
  zh: {
    title: '搜索与命令',
    placeholder: '企业、产品、产业链、需求，或直接粘贴一段需求',
    firms: '企业与单位',
    products: '产品',
    chains: '产业链',
    gaps: '链上的产品',
    needs: '需求',
    actions: '操作',
    postText: '用这段文字发布需求',
    switchLanguage: '切换英文',
    nothing: '没有找到。换个说法，或直接粘贴一段需求',
  },
  en: {
    title: 'Search and commands',
    placeholder: 'Firms, products, chains, needs, or paste a paragraph',
    firms: 'Organisations',
    products: 'Products',
    chains: 'Industry chains',
    gaps: 'Links of chains',
    needs: 'Needs',
    actions: 'Actions',
    postText: 'Post a need with this text',
    switchLanguage: 'Switch to Chinese',
    nothing: 'Nothing found. Try other words, or paste a paragraph',
  },
});
