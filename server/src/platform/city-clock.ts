/** The wall clock of the cities: dates and hours are those of Beijing time, whatever zone the server runs in. */
const zone = 'Asia/Shanghai';
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
const hour = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });

/** `2026-11-23` */
export function cityDate(at: Date): string {
  return day.format(at);
}

/** `14:20` */
export function cityTime(at: Date): string {
  return hour.format(at);
}
