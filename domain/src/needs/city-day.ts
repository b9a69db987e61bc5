/** The city's wall clock is China Standard Time: UTC+8 all year, in every city of the country. */
const offset = 8 * 3_600_000;
const day = 86_400_000;

/** `2026-11-23`: the day it is in the city at this instant. */
export function cityDay(now: Date): string {
  return new Date(now.getTime() + offset).toISOString().slice(0, 10);
}

/** The instant at which this day of the city is over. */
export function endOfCityDay(date: string): Date {
  return new Date(Date.parse(`${date}T00:00:00Z`) + day - offset);
}

/** The instant at which the day of the city began that this instant lies in. */
export function startOfCityDay(at: Date): Date {
  return new Date(endOfCityDay(cityDay(at)).getTime() - day);
}

/** `14:02` on the city's clock. */
export function cityTime(at: Date): string {
  return new Date(at.getTime() + offset).toISOString().slice(11, 16);
}

/** `11月21日` and `21 Nov`: a day as the sentences of a refusal say it. */
export function spokenDay(at: Date): { readonly date: string; readonly dateEn: string } {
  const local = new Date(at.getTime() + offset);
  const month = local.getUTCMonth();
  return {
    date: `${month + 1}月${local.getUTCDate()}日`,
    dateEn: `${local.getUTCDate()} ${months[month] ?? ''}`,
  };
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
