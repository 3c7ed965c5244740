import { createServer, type Socket } from "node:net";

/** A letter as it came in: who it says it is from and to on the envelope, and what is in it. */
interface Posted {
  readonly from: string;
  readonly to: readonly string[];
  readonly content: string;
}

/** A mail server on loopback, as much of SMTP as a client needs. */
export interface MailServer extends AsyncDisposable {
  readonly url: string;
  readonly posted: readonly Posted[];
  /** Answers a command with this instead, as `{ RCPT: "550 no such person" }`; `{}` for all well again. */
  answer(otherwise: Readonly<Record<string, string>>): void;
}

export async function startMailServer(): Promise<MailServer> {
  const posted: Posted[] = [];
  const sockets = new Set<Socket>();
  let otherwise: Readonly<Record<string, string>> = {};
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    talk(
      socket,
      (command) => otherwise[command],
      (letter) => posted.push(letter),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    posted,
    answer(next) {
      otherwise = next;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const usual: Readonly<Record<string, string>> = {
  EHLO: "250-ours.test\r\n250 AUTH PLAIN",
  AUTH: "235 welcome",
  STARTTLS: "454 not here",
  DATA: "354 go on",
  QUIT: "221 bye",
};

function talk(socket: Socket, otherwise: (command: string) => string | undefined, take: (letter: Posted) => void) {
  let rest = "";
  let envelope = { from: "", to: [] as string[] };
  let content: string[] | null = null;
  const obey = (line: string) => {
    const [command = ""] = line.toUpperCase().split(/[ :]/);
    const answer = otherwise(command) ?? usual[command] ?? "250 fine";
    const [, address = ""] = /<(.*)>/.exec(line) ?? [];
    if (command === "MAIL") envelope = { from: address, to: [] };
    if (command === "RCPT") envelope.to.push(address);
    if (answer.startsWith("354")) content = [];
    return answer;
  };
  const finish = (lines: readonly string[]) => {
    take({ ...envelope, content: lines.join("\n") });
    content = null;
    return "250 taken";
  };
  const hear = (line: string): string | null => {
    if (content === null) return obey(line);
    if (line === ".") return finish(content);
    content.push(line.replace(/^\./, ""));
    return null;
  };
  socket.write("220 ours.test\r\n");
  socket.on("data", (bytes) => {
    const lines = (rest + bytes).split("\r\n");
    rest = lines.pop() ?? "";
    const answers = lines.map(hear).filter((answer) => answer !== null);
    socket.write(answers.map((answer) => `${answer}\r\n`).join(""));
  });
}
