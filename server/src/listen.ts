import { createServer } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { StartFailure } from './platform/start-failure.ts';

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** Tries the address before the long work of a first start, so that a taken port is told in a second. */
export async function refuseTakenAddress(address: Address): Promise<void> {
  const probe = createServer();
  try {
    await new Promise<void>((free, taken) => {
      probe.once('error', taken);
      probe.listen(address.port, address.host, free);
    });
  } catch (error) {
    throw asStartFailure(error, address);
  } finally {
    probe.close();
  }
}

export async function listen(app: FastifyInstance, address: Address): Promise<void> {
  try {
    await app.listen({ ...address });
  } catch (error) {
    throw asStartFailure(error, address);
  }
}

function asStartFailure(error: unknown, { host, port }: Address): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const sentences: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is taken by another program. Stop it, or set PORT to a free one.`,
    EACCES: `Port ${port} needs more rights than this user has. Set PORT to one above 1024.`,
    EADDRNOTAVAIL: `This machine has no address ${host}. Set HOST to 127.0.0.1 or one of its own addresses.`,
    ENOTFOUND: `The name ${host} means no address of this machine. Set HOST to 127.0.0.1 or one of its own addresses.`,
  };
  const sentence = sentences[code];
  return sentence === undefined ? error : new StartFailure(sentence, { cause: error });
}
