/** The nonce the server wrote into the page; every style element made at run time must carry it. */
export function styleNonce(): string | undefined {
  const content = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content;
  return content && !content.startsWith('__') ? content : undefined;
}

/** Some libraries create style elements of their own; this gives each of them the nonce before it is filled. */
export function giveNonceToStyles(nonce: string): void {
  const create = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (name.toLowerCase() === 'style') element.setAttribute('nonce', nonce);
    return element;
  };
}
