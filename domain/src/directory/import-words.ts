import type { Language, Sentence } from '../language.ts';
import type { ImportKind } from './import-kind.ts';

export const importKindWords: Readonly<Record<ImportKind, Sentence>> = {
  organisations: { zh: '主体', en: 'Organisations' },
  people: { zh: '人员和岗位', en: 'People and posts' },
  offers: { zh: '供给', en: 'Offers' },
  duties: { zh: '职责清单', en: 'Duty table' },
  purchases: { zh: '采购', en: 'Purchases' },
};

export function templateName(kind: ImportKind, language: Language): string {
  const word = importKindWords[kind][language];
  return language === 'zh' ? `${word}导入模板.xlsx` : `${word} template.xlsx`;
}

/** What stands on the sheet of explanations. */
export const templateWords = {
  sheet: { zh: '填写说明', en: 'Explanations' },
  column: { zh: '列', en: 'Column' },
  need: { zh: '是否必填', en: 'Required' },
  how: { zh: '怎么填', en: 'How to fill it in' },
  example: { zh: '举例', en: 'Example' },
  required: { zh: '必填', en: 'Yes' },
  optional: { zh: '可不填', en: 'No' },
  notInList: { zh: '请从下拉列表选', en: 'Please choose from the list' },
  hints: [
    { zh: '空单元格不改动库里原有的内容。', en: 'An empty cell leaves what the library has.' },
    {
      zh: '代码、电话等列已设为文本，请用“选择性粘贴为数值”粘贴。',
      en: 'Codes and telephone numbers are text; paste values only.',
    },
    {
      zh: '可以增加自己的列，导入时会跳过；不要改列名。',
      en: 'Columns of your own are skipped; do not rename those of the template.',
    },
    { zh: '一次最多 20,000 行。', en: 'At most 20,000 rows at a time.' },
  ],
} as const satisfies Readonly<Record<string, Sentence | readonly Sentence[]>>;

/** The column that is added to the file given back. */
export const errorColumnWords = {
  heading: { zh: '错误', en: 'Errors' },
  remark: { zh: '提醒：', en: 'Note: ' },
} as const satisfies Readonly<Record<string, Sentence>>;
