import { Choices, FileField, OnceField, type Option, TextField, type Typed, type Wrong } from "../web/form-parts.tsx";
import type { Frame } from "../web/layout.tsx";
import { Term } from "../web/term.tsx";
import { StepEnd } from "./first-run-page.tsx";
import { words } from "./first-run-words.ts";
import { LogoFields } from "./logo-desk-parts.tsx";
import { CapabilityFields, LegalFormField, TerritoryFields } from "./profile-choices-parts.tsx";
import { Line, type ProfileForm } from "./profile-fields-parts.tsx";

interface StepProps {
  readonly frame: Frame;
  readonly hub: boolean;
  readonly form: ProfileForm;
}

export function TerritoryStep({ frame, hub, form }: StepProps) {
  return (
    <form method="post" action="/admin/first-run/territory" data-keep novalidate>
      <TerritoryFields form={form} />
      <StepEnd frame={frame} step="territory" hub={hub} />
    </form>
  );
}

export function ReachStep({ frame, hub, form }: StepProps) {
  return (
    <form method="post" action="/admin/first-run/reach" data-keep novalidate>
      <Line form={form} field="tagline" maxlength={200} />
      <LegalFormField form={form} />
      {!hub && <CapabilityFields form={form} />}
      <Line form={form} field="languages" />
      <Line form={form} field="contact.email" type="email" autocomplete="email" />
      <Line form={form} field="contact.phone" type="tel" autocomplete="tel" width="middle" />
      <Line form={form} field="contact.url" autocomplete="url" />
      <Line form={form} field="website" autocomplete="url" />
      <p class="field-hint gap-above">
        <Term code="host" language={frame.language} /> · <Term code="accompaniment" language={frame.language} />
      </p>
      <StepEnd frame={frame} step="reach" hub={hub} />
    </form>
  );
}

export function FaceStep({ frame, hub, wrong }: Omit<StepProps, "form"> & { readonly wrong: Wrong }) {
  return (
    <form method="post" action="/admin/first-run/face" enctype="multipart/form-data">
      <LogoFields frame={frame} wrong={wrong} />
      <StepEnd frame={frame} step="face" hub={hub} />
    </form>
  );
}

export interface OfferStepProps {
  readonly frame: Frame;
  readonly typed: Typed;
  readonly wrong: Wrong;
  /** Models that an offer may begin as. */
  readonly models: readonly Option[];
}

export function OfferStep({ frame, typed, wrong, models }: OfferStepProps) {
  const word = words[frame.language].offer;
  const way = typed["way"] ?? "";
  return (
    <form method="post" action="/admin/first-run/offer" enctype="multipart/form-data" data-keep novalidate>
      <OnceField />
      <Choices
        {...{ name: "way", label: word.ways, type: "radio", wrong: wrong["way"], chosen: [way] }}
        options={[...models, { value: "import", ...word.import }]}
      />
      <TextField
        {...{ name: "address", label: word.address, hint: word.addressHint, type: "url", wrong: wrong["address"] }}
        value={typed["address"] ?? ""}
      />
      <FileField
        {...{ name: "file", label: word.file, hint: word.fileHint, wrong: wrong["file"] }}
        accept=".properties,.json,text/plain"
      />
      <StepEnd frame={frame} step="offer" hub={false} />
    </form>
  );
}
