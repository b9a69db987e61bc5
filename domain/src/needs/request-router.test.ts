import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MatterField } from './request-reasons.ts';
import {
  longestRouted,
  newRequestRouter,
  type RequestRouter,
  type RoutedMatter,
  type RouterSources,
  routeThreshold,
} from './request-router.ts';

describe('routing a request', () => {
  it('proposes the matter whose words were said, with its body and its list', () => {
    const { candidates, list, confident, desk } = newRouter().route('工人在车间压断了手指，想申请工伤认定', 3);
    expect(candidates[0]?.matter).toMatchObject({ id: 'injury', body: { name: '市人社局' } });
    expect(list).toBe('problem');
    expect([confident, desk]).toEqual([true, null]);
  });

  it('finds a matter by an everyday word of the thesaurus, and says which', () => {
    const { candidates } = newRouter().route('去年没裁人，钱能退吗', 1);
    expect(candidates[0]?.matter.id).toBe('keep-jobs');
    expect(candidates[0]?.reasons).toContainEqual({ kind: 'synonym', said: '没裁人', official: '稳岗' });
  });

  it('finds a matter with a character mistyped', () => {
    expect(newRouter().route('叉车正怎么考', 1).candidates[0]?.matter.id).toBe('forklift');
  });

  it('puts a request for money on the funding list', () => {
    expect(newRouter().route('流动资金不够，想找银行贷款', 1).list).toBe('funding');
  });

  it('puts a request for goods on the sourcing list, whoever it names', () => {
    const { list, candidates } = newRouter().route('急需熔喷布 5 吨/天，BFE≥95，本周交货', 3);
    expect(list).toBe('sourcing');
    expect(candidates[0]?.matter.id).toBe('sourcing');
  });

  it('gives as reasons only words that stand in the request and in the place it names', () => {
    const text = '焊工在厂里受了伤，工伤认定材料退回来了';
    const found = newRouter([{ text: '师傅受了伤要认定', matterId: 'injury' }]).route(text, 1).candidates[0];
    const reasons = found?.reasons ?? [];
    const words = reasons.flatMap((reason) => (reason.kind === 'synonym' ? [reason.said] : reason.words));
    expect(words.filter((word) => !text.includes(word))).toEqual([]);
    for (const reason of reasons)
      if (reason.kind === 'field') expect(reason.words.filter((word) => !inField(reason.field, word))).toEqual([]);
    expect(reasons).toContainEqual({ kind: 'field', field: 'title', words: ['工伤认定'] });
    expect(reasons).toContainEqual({ kind: 'example', words: ['受了伤', '认定'] });
  });

  it('never shows the text of an example: it may be the request of another firm', () => {
    const router = newRouter([{ text: '威海甲厂张三受了伤要认定', matterId: 'injury' }]);
    expect(JSON.stringify(router.route('焊工受了伤', 3))).not.toContain('张三');
  });

  it('goes by the list the person chose where the text is unsure, and not where it is sure', () => {
    const router = newRouter();
    const unsure = '叉车和贷款的事一起问';
    expect(router.route(unsure, 3).confident).toBe(false);
    for (const list of ['problem', 'funding'] as const) {
      const chosen = router.route(unsure, 3, list);
      expect(chosen.list).toBe(list);
      expect(new Set(chosen.candidates.map(({ matter }) => matter.list))).toEqual(new Set([list]));
    }
    const sure = '工人在车间压断了手指，想申请工伤认定';
    expect(router.route(sure, 3, 'funding')).toEqual(router.route(sure, 3));
    expect(router.route('qwerty', 3, 'technology')).toMatchObject({
      list: 'technology',
      candidates: [],
      confident: false,
    });
  });

  it('answers the same request alike, every time and in every run', () => {
    const ask = () => newRouter().route('叉车和贷款的事一起问', 3);
    expect(ask()).toEqual(ask());
  });

  it('leaves body, list and class of a matter as the duty table has them', () => {
    for (const { matter } of newRouter().route('工伤 贷款 叉车 配套 稳岗', 5).candidates)
      expect(matter).toBe(matters.find(({ id }) => id === matter.id));
  });

  it('proposes no more matters than asked for', () => {
    expect(newRouter().route('工伤贷款叉车', 2).candidates).toHaveLength(2);
    expect(newRouter().route('工伤贷款叉车', 0).candidates).toEqual([]);
  });
});

describe('learning from a correction', () => {
  const text = '天车司机的本本给退回来了，去哪换新的';

  it('changes the next proposal for the same and for a similar text', () => {
    const router = newRouter();
    expect(router.route(text, 1).candidates[0]?.matter.id).not.toBe('forklift');
    expect(router.learn({ text, matterId: 'forklift' })).toBe(true);
    expect(router.route(text, 1).candidates[0]?.matter.id).toBe('forklift');
    expect(router.route('我们天车司机的本本要换新的', 1).candidates[0]?.matter.id).toBe('forklift');
  });

  it('leaves requests about something else where they were', () => {
    const router = newRouter();
    const before = router.route('工伤认定材料', 1).candidates[0]?.matter.id;
    router.learn({ text, matterId: 'forklift' });
    expect(router.route('工伤认定材料', 1).candidates[0]?.matter.id).toBe(before);
  });

  it('says so when the matter is not in the table, and learns nothing', () => {
    const router = newRouter();
    const before = router.route(text, 3);
    expect(router.learn({ text, matterId: 'gone' })).toBe(false);
    expect(router.route(text, 3)).toEqual(before);
  });

  it('is the same whether an example was there at the start or was learnt later', () => {
    const learnt = newRouter();
    learnt.learn({ text, matterId: 'forklift' });
    expect(learnt.route(text, 3)).toEqual(newRouter([{ text, matterId: 'forklift' }]).route(text, 3));
  });

  it('is not drowned by one matter that many examples name', () => {
    const many = Array.from({ length: 400 }, (_, at) => ({ text: `第${at}次问银行贷款批不下来`, matterId: 'loan' }));
    expect(newRouter(many).route('工伤认定材料退回来了', 1).candidates[0]?.matter.id).toBe('injury');
  });
});

describe('what goes to the desk', () => {
  it('takes an empty text to the desk without a list', () => {
    for (const text of ['', '   ', '\n\t'])
      expect(newRouter().route(text, 3)).toEqual({
        ...{ list: null, candidates: [], confident: false, desk: 'empty', cut: false },
      });
  });

  it('takes signs, scripts and other languages to the desk', () => {
    const texts = ['。。？！', "<script>alert('x')</script>", 'SELECT * FROM users; DROP TABLE needs', '공장 대출'];
    for (const text of texts) expect(newRouter().route(text, 3)).toMatchObject({ confident: false, list: null });
  });

  it('takes small talk to the desk as unsure or unknown', () => {
    for (const text of ['哈哈哈哈', '今天天气真好我们去公园', '你好在吗'])
      expect(newRouter().route(text, 3).confident).toBe(false);
  });

  it('finds no abbreviation inside a foreign word', () => {
    const router = newRouter([], [{ official: '工伤', everyday: ['ct'] }]);
    expect(router.route('select', 1).candidates).toEqual([]);
    expect(router.route('CT片', 1).candidates[0]?.matter.id).toBe('injury');
  });

  it('reads the beginning and the end of a text of 20,000 characters, and says so', () => {
    const filling = '这里没有一个要紧的字眼'.repeat(1_900);
    const { cut, candidates } = newRouter().route(`${filling.slice(0, 19_990)}叉车证复审`, 1);
    expect(cut).toBe(true);
    expect(candidates[0]?.matter.id).toBe('forklift');
    expect(newRouter().route('叉'.repeat(longestRouted), 1).cut).toBe(false);
  });

  it('answers with an empty duty table', () => {
    const nothing = newRequestRouter({ matters: [], examples: [], outside: [], synonyms: [] });
    expect(nothing.route('叉车证', 3)).toMatchObject({ candidates: [], desk: 'no-known-word', list: null });
  });
});

describe('what no matter of the table covers', () => {
  const outside = [{ texts: ['园区门口的红绿灯太短，叉车过不去', '路口堵车，叉车出不了厂'] }];

  it('goes to the desk when it stands nearer to such requests than to any matter, and is never proposed itself', () => {
    const text = '厂门口路口总堵，叉车出不去';
    expect(newRouter().route(text, 3).candidates[0]?.matter.id).toBe('forklift');
    const { candidates, confident } = newRouter([], [], outside).route(text, 3);
    expect(confident).toBe(false);
    expect(candidates.map(({ matter }) => matters.includes(matter))).not.toContain(false);
  });

  it('does not change the order of the matters', () => {
    for (const text of ['叉车证去哪考', '工伤认定材料退回来了', '叉车和贷款的事一起问']) {
      const order = (router: RequestRouter) => router.route(text, 5).candidates.map(({ matter }) => matter.id);
      expect(order(newRouter([], [], outside))).toEqual(order(newRouter([], [])));
    }
  });
});

describe('whatever is written', () => {
  const piece = fc.constantFrom('工伤', '贷款', '叉车证', '急需5吨', '，', 'ct', '\ud83d', '²', '\u0000', ' ');
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece).map((pieces) => pieces.join('')),
  );

  it('never throws, and confidences are shares, falling, at most 1 together', () => {
    const router = newRouter();
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 9 }), (text, limit) => {
        const { candidates, confident, desk } = router.route(text, limit);
        const chances = candidates.map(({ confidence }) => confidence);
        expect(chances.every((chance) => chance >= 0 && chance <= 1)).toBe(true);
        expect(chances).toEqual(chances.toSorted((a, b) => b - a));
        expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeLessThanOrEqual(1 + 1e-9);
        expect(confident).toBe(desk === null);
        if (limit > 0) expect(confident).toBe((chances[0] ?? 0) >= routeThreshold);
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});

const matters: readonly RoutedMatter[] = [
  matter('injury', {
    title: '工伤认定',
    words: ['工人在车间伤了手怎么认工伤', '工伤认定材料退回来了'],
    description: '职工受伤后一年内的认定申请、举证和调查',
  }),
  matter('keep-jobs', {
    title: '失业保险稳岗返还',
    words: ['稳岗补贴怎么领'],
    description: '退还上年失业保险费的一部分',
  }),
  matter('forklift', {
    title: '特种设备作业人员考核发证',
    words: ['叉车证去哪考', '焊工证复审'],
    description: '考试与复审',
  }),
  matter('loan', {
    ...{
      title: '银企对接与贷款难协调',
      words: ['流动资金缺五百万', '找银行对接'],
      description: '银行对接和抽贷断贷协调',
    },
    list: 'funding',
  }),
  matter('sourcing', {
    ...{ title: '本地配套需求对接', words: ['外地买的零件本地有没有'], description: '推荐本市供应商' },
    list: 'sourcing',
  }),
];

function matter(id: string, given: Partial<RoutedMatter> & Pick<RoutedMatter, 'title' | 'words' | 'description'>) {
  const body = { id: 'body', name: '市人社局' };
  return { id, basis: '', list: 'problem', class: 'simple', body, ...given } as const satisfies RoutedMatter;
}

/** Whether a word stands in this field of the matter of work injuries. */
function inField(field: MatterField, word: string): boolean {
  const [injury] = matters;
  const texts = { ...injury, words: injury?.words.join('|'), body: injury?.body.name };
  return texts[field]?.includes(word) ?? false;
}

function newRouter(
  examples: RouterSources['examples'] = [],
  synonyms: RouterSources['synonyms'] = [
    { official: '稳岗', everyday: ['没裁人'] },
    { official: '配套', everyday: ['供应商'] },
    { official: '贷款', everyday: ['借钱'] },
  ],
  outside: RouterSources['outside'] = [],
) {
  return newRequestRouter({ matters, examples, outside, synonyms });
}
