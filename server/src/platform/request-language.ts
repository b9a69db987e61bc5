import type { Language } from '@zhitong/domain/language';
import type { FastifyRequest } from 'fastify';

/** Chinese unless the reader asks for English first. */
export function languageOf(request: FastifyRequest): Language {
  const wanted = request.headers['accept-language'] ?? '';
  return /^\s*en\b/i.test(wanted) ? 'en' : 'zh';
}
