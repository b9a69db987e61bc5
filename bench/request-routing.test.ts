import { newRequestRouter } from '@zhitong/domain/needs/request-router';
import { describe, expect, it } from 'vitest';
import { nearDuplicates } from './request-near-duplicates.ts';
import { isHeldOut, type JudgedRequest, readRoutingParts } from './request-routing-parts.ts';

const parts = readRoutingParts();
const examples = (requests: readonly JudgedRequest[]) =>
  requests.map(({ text, matter }) => ({ text, matterId: matter }));
const heldOut = parts.build.filter(isHeldOut);
const newRouter = () =>
  newRequestRouter({ ...parts, examples: examples(parts.build.filter((request) => !isHeldOut(request))) });

describe('the build part of the requests', () => {
  it('has requests for every matter of the duty table, and for no other', () => {
    const asked = new Set(parts.build.map(({ matter }) => matter));
    expect([...asked].toSorted()).toEqual(parts.matters.map(({ id }) => id).toSorted());
  });

  it('says nothing twice, and nothing the duty table says already', () => {
    const texts = parts.build.map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
    const words = new Set(parts.matters.flatMap((matter) => matter.words));
    expect(texts.filter((text) => words.has(text))).toEqual([]);
  });

  it('lists each official word of the thesaurus once', () => {
    const official = parts.synonyms.map((group) => group.official);
    expect(new Set(official).size).toBe(official.length);
  });
});

describe('the router on requests it has not seen', () => {
  it('finds the matter of nine in ten of the held-out requests', () => {
    const router = newRouter();
    const right = heldOut.filter(({ text, matter }) => router.route(text, 1).candidates[0]?.matter.id === matter);
    expect(right.length / heldOut.length).toBeGreaterThan(0.9);
  });

  it('takes most of what asks for nothing to the desk', () => {
    const router = newRouter();
    const sent = parts.nothing.filter((text) => !router.route(text, 1).confident);
    expect(sent.length / parts.nothing.length).toBeGreaterThan(0.85);
  });

  it('puts a technical goal with its figures on the technology list with the body for hard problems', () => {
    const text = '希望攻克可降解熔喷滤材，过滤效率≥99%，阻力≤50Pa，成熟度7级，预算80万';
    const router = newRequestRouter({ ...parts, examples: examples(parts.build) });
    const { list, candidates } = router.route(text, 3);
    expect([list, candidates[0]?.matter.title]).toEqual(['technology', '揭榜挂帅与企业技术难题征集']);
  });

  it('puts a plain loan on the matter of the district’s finance desk, whatever secures it', () => {
    const text = '想贷款200万元，一年期，买设备，最好信用或者设备抵押';
    const { candidates, confident } = newRouter().route(text, 3);
    expect([candidates[0]?.matter.title, confident]).toEqual(['银企对接与贷款难协调', true]);
  });

  it('takes most of what no matter covers to the desk, without having been told of it', () => {
    const router = newRouter();
    const sent = parts.outsideUnseen.filter((text) => !router.route(text, 1).confident);
    expect(sent.length / parts.outsideUnseen.length).toBeGreaterThan(0.7);
    expect(router.route('厂区门口的路总被大货车堵，影响发货，求协调', 3).confident).toBe(false);
  });

  it('proposes the corrected matter first when the same request comes again', () => {
    const router = newRouter();
    const isRight = ({ text, matter }: JudgedRequest) => router.route(text, 1).candidates[0]?.matter.id === matter;
    const wrong = heldOut.filter((request) => !isRight(request));
    for (const { text, matter } of wrong) router.learn({ text, matterId: matter });
    expect(wrong.filter((request) => !isRight(request)).map(({ text }) => text)).toEqual([]);
  });
});

describe('near-duplicates', () => {
  it('are texts that share half of their trigrams, whatever the signs between', () => {
    const found = nearDuplicates(['叉车证去哪里考呀', '厂里要打一口井'], ['请问叉车证、去哪里考']);
    expect([...found]).toEqual(['叉车证去哪里考呀']);
  });

  it('are not texts about the same in other words', () => {
    expect(nearDuplicates(['开叉车的本去哪考'], ['叉车证在哪里报名']).size).toBe(0);
  });
});
