export const lights = ['green', 'yellow', 'red'] as const;
export type Light = (typeof lights)[number];

const hour = 3_600_000;

/** From how much time left a light is shown, tightest first: red is overdue, yellow has a day and a half of a person's work left. */
export const homeLights = [
  { light: 'red', below: 0 },
  { light: 'yellow', below: 36 * hour },
] as const satisfies readonly { readonly light: Light; readonly below: number }[];

/** The light of something due at an instant; without a deadline nothing can be late. */
export function lightOf(due: Date | null, now: Date): Light {
  if (due === null) return 'green';
  const left = due.getTime() - now.getTime();
  return homeLights.find(({ below }) => left < below)?.light ?? 'green';
}

/** When offices close, Beijing time. A deadline runs on to the end of its day. */
export function endOfWorkingDay(date: string): Date {
  return new Date(`${date}T17:00:00+08:00`);
}

/** A promised delivery stands on the home page this many days ahead; before that nobody has to do anything. */
export const deliveryNoticeDays = 7;
