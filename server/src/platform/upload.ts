import multipart from '@fastify/multipart';
import { Refusal } from '@zhitong/domain/refusal';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Lets routes read forms with a file. A route that does not ask for one never reads its bytes. */
export async function takeUploads(app: FastifyInstance): Promise<void> {
  await app.register(multipart, { throwFileSizeLimit: false });
}

export interface Upload {
  /** as the sender called it: not to be believed */
  readonly name: string;
  readonly content: Buffer;
  /** what stood beside the file in the form */
  readonly fields: Readonly<Record<string, string>>;
}

const megabyte = 1024 * 1024;
/** Fields and boundaries around the file. */
const formBytes = 64 * 1024;

/**
 * Reads the one file of a form, never more than `most` bytes of it: whoever announces more is refused before anything is read,
 * whoever sends more than announced as soon as the limit is passed. Nothing touches the disk.
 */
export async function readUpload(
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  { most }: { most: number },
): Promise<Upload> {
  const tooLarge = new Refusal('platform.file-too-large', { limit: `${Math.floor(most / megabyte)} MB` });
  if (Number(request.headers['content-length'] ?? 0) > most + formBytes) {
    reply.header('connection', 'close');
    throw tooLarge;
  }
  const limits = { fileSize: most, files: 1, fields: 8, fieldSize: 4096, parts: 9 };
  const fields: Record<string, string> = {};
  let file: { name: string; content: Buffer } | undefined;
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') fields[part.fieldname] = String(part.value);
      else file = { name: part.filename, content: await readFile(part.file, tooLarge) };
    }
  } catch (error) {
    // what is still on its way is not waited for
    reply.header('connection', 'close');
    throw error instanceof Refusal ? error : new Refusal('platform.upload-broken');
  }
  if (!file) throw new Refusal('platform.file-missing');
  return { ...file, fields };
}

interface FileStream extends AsyncIterable<Buffer> {
  readonly truncated: boolean;
}

async function readFile(stream: FileStream, tooLarge: Refusal): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) {
    if (stream.truncated) throw tooLarge;
    chunks.push(chunk);
  }
  if (stream.truncated) throw tooLarge;
  return Buffer.concat(chunks);
}
