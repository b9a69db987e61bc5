/** Files that may come with a request, or be added to it at once. */
export const mostRequestFiles = 10;
/** Files a request may carry in all. */
export const mostFilesOfRequest = 30;
