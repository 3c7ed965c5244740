import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { Chip, type ChipProps } from "../web/chip.tsx";
import { words } from "./desk-words.ts";
import type { JointPaper, JointPartner } from "./joint.ts";

interface PartnerTableProps {
  readonly paper: JointPaper;
  readonly language: Language;
}

/** Who has agreed to which version, who has not, and what each says of its part. */
export function PartnerTable({ paper, language }: PartnerTableProps) {
  const { partnerColumns: columns } = words[language];
  return (
    <table class="table table-stack table-lines">
      <thead>
        <tr>
          <th scope="col">{columns.host}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col">{columns.note}</th>
        </tr>
      </thead>
      <tbody>
        {paper.partners.map((partner) => (
          <tr>
            <th scope="row">
              <a href={partner.page} rel="noopener">
                {partner.name}
              </a>
            </th>
            <td>
              <PartnerChip paper={paper} partner={partner} language={language} />
            </td>
            <td class="table-said">{saidBy(paper, partner, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PartnerChip({ paper, partner, language }: PartnerTableProps & { readonly partner: JointPartner }) {
  const word = words[language];
  const { state, stampVersion } = partner;
  if (paper.state === "draft") return <Chip kind="draft" icon="envelope-simple" word={word.notAsked} />;
  if (state !== "refused" && state !== "left" && stampVersion !== null && stampVersion !== paper.version)
    return <Chip kind="care" icon="clock" word={word.olderVersion} />;
  const [kind, icon] = chips[state];
  return <Chip kind={kind} icon={icon} word={word.partnerStates[state]} />;
}

const chips: Readonly<Record<JointPartner["state"], readonly [ChipProps["kind"], ChipProps["icon"]]>> = {
  invited: ["note", "clock"],
  accepted: ["good", "check-circle"],
  refused: ["bad", "x"],
  left: ["bad", "arrow-left"],
  unreachable: ["care", "warning"],
};

/** In words: its reason, since when its agreement was seen, and whether it takes people in. */
function saidBy({ state: paperState }: JointPaper, partner: JointPartner, language: Language): string {
  const word = words[language];
  const { reason, checked, part, partNote, state } = partner;
  if (paperState === "draft") return "";
  const seen = state === "accepted" && checked ? [word.seen(dateWords(checked, language))] : [];
  const closed = part === "closed" ? [word.partClosed(partNote ?? "")] : [];
  return [...(reason === null ? [] : [word.quoted(reason)]), ...seen, ...closed].join(" ");
}
