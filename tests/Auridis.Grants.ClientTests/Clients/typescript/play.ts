// A short round: hey-api's client calls, and orval's zod schemas check what it gets. The first argument is the address of the server.
import { client } from './hey-api/client.gen';
import { createProgramme, listProgrammes, openProgramme } from './hey-api/sdk.gen';
import type { ProgrammeStatus } from './hey-api/types.gen';
import { listProgrammesResponse, openProgrammeResponse } from './orval/zod';

async function signIn(server: string, person: string): Promise<string> {
  const form = new URLSearchParams({ grant_type: 'password', username: person });
  const answer = await fetch(`${server}/development/token`, { method: 'POST', body: form });
  return ((await answer.json()) as { access_token: string }).access_token;
}

async function play(server: string): Promise<void> {
  const token = await signIn(server, 'caseworker-1');
  client.setConfig({ baseUrl: server, auth: () => token });

  const listed = await listProgrammes({ throwOnError: true });
  const first = listProgrammesResponse.parse(listed.data).items[0]!;
  console.log(`listed ${first.code}`);

  const created = await createProgramme({
    body: { code: 'CLIENT-TS', terms: listed.data.items[0]!.terms },
    headers: { 'Idempotency-Key': 'typescript' },
    throwOnError: true,
  });
  const path = { id: created.data.id };
  const opened = await openProgramme({ path, headers: { 'If-Match': created.response.headers.get('ETag')! }, throwOnError: true });
  const status: ProgrammeStatus = openProgrammeResponse.parse(opened.data).status;
  console.log(`opened: ${status}, lot ${opened.data.lot}`);

  const again = await openProgramme({ path, headers: { 'If-Match': `"${opened.data.version}"` } });
  console.log(`refused: ${again.error?.status} ${again.error?.code}: ${again.error?.detail}`);

  const changes = await listProgrammes({ query: { changedSince: opened.data.updatedAt }, throwOnError: true });
  console.log(`changed: ${listProgrammesResponse.parse(changes.data).items.map((programme) => programme.code)}`);
}

play(process.argv[2]!).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
