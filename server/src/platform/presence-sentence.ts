/** What the terminal says when the database goes or comes back: what is known, and no promise about what it cannot see. */
export function presenceSentence(away: boolean, folderStands: boolean): string {
  if (!away) return 'The database is back.';
  const answered = 'The database cannot be reached. Every request is answered with 503 until it is back.';
  if (folderStands) return answered;
  return `${answered} The data folder is gone: stop Zhitong, put the folder or a backup back, and start it again.`;
}
