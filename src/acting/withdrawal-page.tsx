import { OnceField } from "../web/form-parts.tsx";
import { Layout } from "../web/layout.tsx";
import { type OwnPledgePageProps, saidWords, Trail } from "./own-pledge-page.tsx";
import { words } from "./pledge-words.ts";

/** Asks once more before a promise is taken back. */
export function WithdrawalPage(props: OwnPledgePageProps) {
  const { frame, request, pledge } = props;
  const word = words[frame.language].own.withdrawal;
  const own = `/funding/${request.code}/pledges/${pledge.id}`;
  return (
    <Layout frame={frame} title={word.title} sheets={["acting"]} unlisted>
      <div class="wrap wrap-narrow section stack stack-6">
        <Trail frame={frame} request={request} />
        <h1>{word.title}</h1>
        <p class="lead">{word.text(saidWords(props))}</p>
        <form class="cluster" method="post" action={`${own}/withdrawal`}>
          <OnceField />
          <button class="button button-danger" type="submit">
            {word.submit}
          </button>
          <a class="button button-quiet" href={own}>
            {word.keep}
          </a>
        </form>
      </div>
    </Layout>
  );
}
