import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { unstyledOn } from "./worn-classes.ts";

/**
 * What axe finds wrong with a page as it stands, in words, and what lacks its style; of one rule only, if that is said. It
 * runs in the page itself, since none of ours has frames: a page of its own for each look takes four times as long.
 */
export async function axeFaults(page: Page, rule?: "color-contrast"): Promise<readonly string[]> {
  await settled(page);
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const { violations } = await (rule === undefined ? axe : axe.withRules(rule)).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
  return rule === undefined ? [...found, ...(await unstyledOn(page)), ...(await untitled(page))] : found;
}

/** Colours that have just changed are drawn, and none is on its way to another. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const moving = document.getAnimations().filter((one) => one instanceof CSSTransition);
    await Promise.allSettled(moving.map((one) => one.finished));
  });
}

/** A page is called by its title before anything of it is; only what has just happened to whoever reads may come first. */
async function untitled(page: Page): Promise<readonly string[]> {
  const first = await page.evaluate(() => {
    const heading = document.querySelector("main :is(h1, h2, h3, h4):not(.error-summary *, .notice *)");
    return heading && heading.tagName !== "H1" ? heading.textContent : null;
  });
  return first === null ? [] : [`“${first}” stands before the title of the page`];
}
