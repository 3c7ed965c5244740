import type { Language } from "../foundation/language.ts";
import { label, vocabularies } from "../hosts/vocabularies.ts";
import { words as deskWords } from "../web/desk-words.ts";
import { Choices, SelectField, TextArea, TextField, type Wrong } from "../web/form-parts.tsx";
import type { TypedProposal } from "./desk-form.ts";
import { words } from "./desk-words.ts";
import { kindHint, kindName } from "./kind-words.ts";
import { partnershipKinds } from "./partnership.ts";

export interface ProposalFieldsProps {
  readonly typed: TypedProposal;
  readonly wrong: Wrong;
  readonly language: Language;
}

/** What is proposed: which partnership, who does what, until when. */
export function ProposalFields({ typed, wrong, language }: ProposalFieldsProps) {
  const word = words[language].form;
  const { optional } = deskWords[language];
  const kinds = partnershipKinds.map((kind) => {
    return { value: kind, label: kindName(kind, language), hint: kindHint(kind, language) };
  });
  return (
    <>
      <Choices
        {...{ name: "kind", label: word.kind, type: "radio", chosen: [typed.kind], options: kinds }}
        wrong={wrong["kind"]}
      />
      <div class="pair">
        <Roles {...{ name: "offered", label: word.offered, chosen: typed.offered, language }} />
        <Roles {...{ name: "wanted", label: word.wanted, chosen: typed.wanted, language }} />
      </div>
      <TextArea
        {...{ name: "message", label: word.message, hint: word.messageHint, value: typed.message, rows: 5, optional }}
        wrong={wrong["message"]}
      />
      <TextField
        {...{ name: "expires", label: word.expires, hint: word.expiresHint, value: typed.expires, optional }}
        {...{ type: "date", width: "middle", wrong: wrong["expires"] }}
      />
    </>
  );
}

interface RolesProps {
  readonly name: string;
  readonly label: string;
  readonly chosen: readonly string[];
  readonly language: Language;
}

function Roles({ name, label: legend, chosen, language }: RolesProps) {
  const options = vocabularies.partnershipRoles.map(({ code }) => {
    return { value: code, label: label("partnershipRoles", code, language) };
  });
  return <Choices {...{ name, label: legend, type: "checkbox", chosen, options }} />;
}

/** An address that the request is about, where it depends on one. */
export function AboutField({ typed, wrong, language }: ProposalFieldsProps) {
  const word = words[language].form;
  return (
    <TextField
      {...{ name: "about", label: word.about, hint: word.aboutHint, value: typed.about, type: "url" }}
      {...{ optional: deskWords[language].optional, wrong: wrong["about"] }}
    />
  );
}

interface ShownFieldProps {
  readonly label: string;
  readonly shown: boolean;
  readonly language: Language;
}

/** Whether our side agrees that everybody sees it. */
export function ShownField({ label: said, shown, language }: ShownFieldProps) {
  return (
    <div class="options">
      <div>
        <label class="option">
          <input type="checkbox" name="shown" value="yes" checked={shown} />
          <span>
            {said} <small>{words[language].accept.shownHint}</small>
          </span>
        </label>
      </div>
    </div>
  );
}

/** In which language a host without a site of its own is written to. */
export function LanguageField({ value, language }: { readonly value: string; readonly language: Language }) {
  const word = words[language].outside;
  const options = (["fr", "en"] as const).map((code) => ({ value: code, label: word.languages[code] }));
  return <SelectField {...{ name: "language", label: word.language, value, options }} />;
}
