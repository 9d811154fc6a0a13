// Swagger UI reads the document with a parser of YAML, resolves references with a library that visits the whole document anew for each
// operation that is opened, and copies all that it resolved before: in an afternoon, an open page took gigabytes. This document is JSON,
// all of its references are its own, and what many operations refer to is kept once.

export const quickDocument = ({ Im }) => {
  let document;
  const resolved = new Map();

  function resolve(node) {
    if (Array.isArray(node))
      return Im.List(node.map(item => resolve(item)));
    if (node === null || typeof node !== "object")
      return node;
    const { $ref, ...beside } = node;
    if (typeof $ref !== "string")
      return Im.OrderedMap(Object.entries(node).map(([key, value]) => [key, resolve(value)]));
    const target = resolvedAt($ref);
    return Object.keys(beside).length === 0 ? target : target.merge(resolve(beside));
  }

  function resolvedAt($ref) {
    if (!resolved.has($ref)) {
      // A schema that contains itself stays a reference there.
      resolved.set($ref, Im.OrderedMap({ $ref }));
      // Swagger UI takes the name of a schema from $$ref.
      resolved.set($ref, resolve(at(document, $ref.split("/").slice(1))).set("$$ref", $ref));
    }
    return resolved.get($ref);
  }

  return {
    statePlugins: {
      spec: {
        wrapActions: {
          parseToJson: (_, system) => text => {
            document = JSON.parse(text);
            resolved.clear();
            system.specActions.updateJsonSpec(document);
          },

          // Asked while the page is drawn, which is not the time to change what is drawn.
          requestResolvedSubtree: (_, system) => path => queueMicrotask(() => {
            if (system.specSelectors.specResolvedSubtree(path) === undefined)
              system.specActions.updateResolvedSubtree(path, resolve(at(document, path)));
          }),
        },
      },
    },
  };
};

const at = (document, path) => path.reduce((node, key) => node?.[key.replaceAll("~1", "/").replaceAll("~0", "~")], document);
