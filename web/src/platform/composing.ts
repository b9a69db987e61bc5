/** True while pinyin is being composed: Enter then picks a word and must not submit. Some browsers only tell by keyCode 229. */
export function isComposing(event: { readonly nativeEvent?: KeyboardEvent } | KeyboardEvent): boolean {
  const key = event instanceof KeyboardEvent ? event : event.nativeEvent;
  return key !== undefined && (key.isComposing || key.keyCode === 229);
}
