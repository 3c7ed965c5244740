import { shortestPassphrase } from "../foundation/passphrase.ts";
import { readPassword } from "./files.ts";
import { WrongUsage } from "./operate.ts";

/** The passphrase that stands alone in a file, for something new to be sealed with. */
export async function readNewPassphrase(file: string): Promise<string> {
  const passphrase = await readPassword(file);
  if ([...passphrase].length >= shortestPassphrase) return passphrase;
  throw new WrongUsage(`The passphrase in ${file} is too short; take ${shortestPassphrase} characters or more.`);
}
