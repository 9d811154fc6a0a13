// Swagger UI reads the document with a parser of YAML, and resolves references with a library that visits the whole document anew for
// each operation that is opened. This document is JSON, and all of its references are its own.

export const quickDocument = () => ({
  fn: { resolveSubtree: async (document, path) => ({ spec: resolve(at(document, path), document, []), errors: [] }) },
  statePlugins: {
    spec: {
      wrapActions: {
        parseToJson: (_, system) => text => system.specActions.updateJsonSpec(JSON.parse(text)),
      },
    },
  },
});

function resolve(node, document, within) {
  if (Array.isArray(node))
    return node.map(item => resolve(item, document, within));
  if (node === null || typeof node !== "object")
    return node;
  const { $ref, ...beside } = node;
  if (typeof $ref !== "string")
    return mapValues(node, value => resolve(value, document, within));
  // A schema that contains itself stays a reference there.
  if (within.includes($ref))
    return node;
  const target = resolve(at(document, $ref.split("/").slice(1)), document, [...within, $ref]);
  // Swagger UI takes the name of a schema from $$ref.
  return { ...target, ...resolve(beside, document, within), $$ref: $ref };
}

const at = (document, path) => path.reduce((node, key) => node?.[key.replaceAll("~1", "/").replaceAll("~0", "~")], document);

const mapValues = (object, map) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));
