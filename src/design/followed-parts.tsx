import { ReadingList } from "../associations/reading-parts.tsx";
import { words } from "./reading-words.ts";
import { Sample, type SamplesProps } from "./sample-parts.tsx";

/** What those whom an association follows said: one that is new, with a list in it; one that was read. */
export function FollowedSample({ frame, now }: SamplesProps) {
  const { language } = frame;
  const { followed: word, hostName } = words[language];
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const [day, before] = [daysAgo(1), daysAgo(9)];
  const list = `<ul>${word.points.map((point) => `<li>${point}</li>`).join("")}</ul>`;
  const said = { author: hostName, language, url: "#followed" };
  const readings = [
    { ...said, id: "new", content: `<p>${word.fresh}</p>${list}`, published: day, received: day },
    { ...said, id: "read", content: `<p>${word.read}</p>`, published: before, received: before },
  ];
  return (
    <Sample frame={frame} id="followed" title={word.title} text={word.text} sheets={["reading"]}>
      <ReadingList readings={readings} language={language} seen={daysAgo(5)} />
    </Sample>
  );
}
