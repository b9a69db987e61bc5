import { centreA, centreB, universityA, worldId } from './test-world.ts';

/** What the directory of the test city says that centres and the university do. */
export const testCapabilities = [
  { id: worldId(6, 1), owner: centreA, kind: 'process', name: '碳纤维预浸料小批量试制' },
  { id: worldId(6, 2), owner: centreB, kind: 'machine', name: '碳纤维复合材料力学测试机' },
  { id: worldId(6, 3), owner: universityA, kind: 'research', name: '碳纤维界面改性' },
] as const;
