import type { TestClient } from './test-app.ts';

/** What a body says that it has done. */
export const feedback = { text: '已联系企业，电价已改', promised: '2027-03-01' };

export const issue = (by: TestClient, caseId: string, text?: string) =>
  by.post(`/api/cases/${caseId}/orders`, text === undefined ? {} : { text });

export const step = (by: TestClient, id: string, ...[action, more = {}]: [action: string, more?: object]) =>
  by.post(`/api/orders/${id}/actions`, { action, ...more });

export const ordersOf = async (by: TestClient, caseId: string, headers = {}) =>
  (await by.get(`/api/cases/${caseId}/orders`, headers)).json();
