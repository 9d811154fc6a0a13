// A client that fetches, and zod schemas that check what it gets.
const input = '../openapi.yaml';

module.exports = {
  client: { input, output: { target: 'orval/client.ts', client: 'fetch', baseUrl: 'http://localhost' } },
  zod: { input, output: { target: 'orval/zod.ts', client: 'zod' } },
};
