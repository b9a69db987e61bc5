import { createServer, type Socket } from 'node:net';

export interface MailServer {
  /** whole messages as they came */
  readonly mails: readonly string[];
  readonly url: string;
  /** answers the next receivers with this line, e.g. `450 4.2.1 busy` */
  answerReceivers(line: string): void;
  close(): Promise<void>;
}

/** Takes mail in as a server of RFC 5321 does: greeting, EHLO, MAIL, RCPT, DATA, QUIT. */
export async function startMailServer(): Promise<MailServer> {
  const mails: string[] = [];
  let receiverLine = '250 2.1.5 ok';
  const server = createServer((socket) => talk(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  return {
    mails,
    url: `smtp://127.0.0.1:${bound !== null && typeof bound === 'object' ? bound.port : 0}`,
    answerReceivers: (line) => {
      receiverLine = line;
    },
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
    },
  };

  function talk(socket: Socket): void {
    let rest = '';
    let mail: string[] | undefined;
    const hear = (line: string) => {
      if (mail && line !== '.') mail.push(line);
      else if (mail) {
        mails.push(mail.join('\n'));
        mail = undefined;
        socket.write('250 2.0.0 taken\r\n');
      } else command(line);
    };
    const command = (line: string) => {
      if (line === 'DATA') mail = [];
      socket.write(`${answerTo(line)}\r\n`);
      if (line === 'QUIT') socket.end();
    };
    socket.on('error', () => undefined);
    socket.write('220 mail.test ESMTP\r\n');
    socket.setEncoding('utf8').on('data', (text: string) => {
      rest += text;
      const lines = rest.split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) hear(line);
    });
  }

  function answerTo(line: string): string {
    if (line.startsWith('RCPT')) return receiverLine;
    if (line === 'DATA') return '354 go ahead';
    if (line === 'QUIT') return '221 bye';
    return '250 ok';
  }
}
