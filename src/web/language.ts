import { Hono } from "hono";
import { type Language, languages } from "../foundation/language.ts";

/** The reader's language: the one they chose, else the first their browser asks for that we speak, else the site's. */
export function readLanguage(request: Request, ours: Language): Language {
  const chosen = /(?:^|;\s*)language=(fr|en)(?:;|$)/.exec(request.headers.get("cookie") ?? "")?.[1];
  return (chosen as Language | undefined) ?? asked(request.headers.get("accept-language") ?? "") ?? ours;
}

/** `POST /language`: remembers the choice in a cookie and goes back to the page it was made on. */
export function languageRoutes(origin: string): Hono {
  const secure = origin.startsWith("https:") ? "; Secure" : "";
  return new Hono().post("/language", async (c) => {
    const form = await c.req.parseBody();
    const language = languages.find((spoken) => spoken === form["language"]) ?? "fr";
    c.header("set-cookie", `language=${language}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly${secure}`);
    return c.redirect(ownPath(origin, form["back"]), 303);
  });
}

function asked(header: string): Language | null {
  const wishes = header
    .split(",")
    .map((wish) => ({
      name: wish.trim().slice(0, 2).toLowerCase(),
      weight: Number(/;\s*q=([\d.]+)/.exec(wish)?.[1] ?? 1),
    }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { name } of wishes) {
    const spoken = languages.find((language) => language === name);
    if (spoken) return spoken;
  }
  return null;
}

// What a form says it came from is only followed within this site.
function ownPath(origin: string, back: unknown): string {
  if (typeof back !== "string" || !URL.canParse(back, origin)) return "/";
  const url = new URL(back, origin);
  return url.origin === origin ? `${url.pathname.replace(/^\/+/, "/")}${url.search}` : "/";
}
