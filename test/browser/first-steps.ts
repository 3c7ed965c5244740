import type { Page } from "playwright-core";
import type { BareSite } from "../support/site.ts";

const go = (page: Page) => page.getByRole("button", { name: "Continuer" }).click();

/** From the printed link to the desk, as somebody who types and reads; `look` is called on each page. */
export async function setUpBy(page: Page, site: BareSite, look: (name: string) => Promise<void>): Promise<void> {
  await page.goto(site.link);
  await look("account");
  await page.getByLabel("Nom de votre structure").fill("La Pomme du voisin");
  await page.getByLabel("Nom de compte").fill("la_pomme");
  await page.getByLabel("Votre adresse de courriel").fill("ada@example.org");
  await page.getByLabel("Votre mot de passe").fill("un bocal de cornichons bleus");
  await go(page);
  await look("territory");
  await page.getByLabel("Communes, départements, régions").fill("Rhône\nSaint-Denis");
  await page.getByLabel("Ce territoire en priorité").check();
  await go(page);
  await look("which place");
  await page.getByLabel("Saint-Denis (La Réunion)").check();
  await go(page);
  await look("reach");
  await page.getByLabel("Votre phrase").fill("Des outils libres pour les associations");
  await page.getByLabel("Forme", { exact: true }).selectOption({ label: "Association" });
  await page.getByLabel("Accompagnement").check();
  await page.getByLabel("Courriel").fill("bonjour@pomme.example");
  await go(page);
  await look("face");
  await go(page);
  await look("offer");
  await page.getByLabel("Petites associations").check();
  await go(page);
  await look("end");
  await page.getByRole("button", { name: "Terminer et ouvrir le bureau" }).click();
  await page.waitForURL(`${site.origin}/admin`);
}
