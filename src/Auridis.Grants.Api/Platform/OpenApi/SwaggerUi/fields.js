// Fills the fields of an operation from the answers that came before: ids, If-Match, a required Idempotency-Key, and the ids in the example
// of a body. What somebody has typed stays.
import { Seen } from "./seen.js";

export const filledFields = () => {
  const fields = new Fields();
  return {
    statePlugins: {
      spec: {
        wrapActions: {
          // An operation was opened.
          updateResolvedSubtree: (original, system) => (...args) => {
            original(...args);
            fields.fillAll(system);
          },
          setResponse: (original, system) => (path, method, response) => {
            original(path, method, response);
            if (!response.ok)
              return;
            fields.usedKeys.add(keyOf([path, method], "Idempotency-Key"));
            fields.seen.note(path, method, response);
            fields.fillAll(system);
          },
          // Another id has another version.
          changeParamByIdentity: (original, system) => (pathMethod, parameter, value, ...rest) => {
            original(pathMethod, parameter, value, ...rest);
            if (parameter.get("in") === "path")
              fields.fill(system, pathMethod, operationAt(system, pathMethod));
          },
        },
      },
      oas3: {
        wrapActions: {
          // The body is set to its example: when the operation is shown, and when it is reset.
          setRequestBodyValue: (original, system) => ({ value, pathMethod }) =>
            original({ value: fields.body(pathMethod, operationAt(system, pathMethod), value), pathMethod }),
        },
      },
    },
  };
};

class Fields {
  seen = new Seen();
  // What this has written into which field. A field that holds anything else is somebody's own.
  written = new Map();
  // The keys that had their effect.
  usedKeys = new Set();

  fillAll(system) {
    const paths = system.specSelectors.specResolvedSubtree(["paths"]);
    paths?.forEach((operations, path) =>
      operations?.forEach((operation, method) => this.fill(system, [path, method], operation)));
  }

  fill(system, pathMethod, operation) {
    const valueOf = parameter => system.specSelectors.parameterWithMetaByIdentity(pathMethod, parameter).get("value");
    const parameters = operation?.get("parameters");
    const resource = parameters?.find(parameter => parameter.get("in") === "path");
    parameters?.forEach(parameter => {
      const wanted = this.valueFor(pathMethod, parameter, resource && valueOf(resource));
      this.write(keyOf(pathMethod, parameter.get("name")), valueOf(parameter), wanted,
        value => system.specActions.changeParamByIdentity(pathMethod, parameter, value));
    });
    const example = exampleOf(operation);
    if (example) {
      this.write(keyOf(pathMethod, "body"), system.oas3Selectors.requestBodyValue(...pathMethod), text(this.withIds(example, pathMethod)),
        value => system.oas3Actions.setRequestBodyValue({ value, pathMethod }));
    }
  }

  /** The body that is shown in place of this one: of the example, the one with the ids that are known. */
  body(pathMethod, operation, value) {
    const example = exampleOf(operation);
    if (!example || (value !== undefined && value !== text(example)))
      return value;
    const filled = text(this.withIds(example, pathMethod));
    this.written.set(keyOf(pathMethod, "body"), filled);
    return filled;
  }

  /** Undefined for a field that is left alone. */
  valueFor(pathMethod, parameter, id) {
    const name = parameter.get("name");
    if (parameter.get("in") === "path")
      return this.seen.inPath(pathMethod[0], name);
    if (name === "If-Match")
      return this.seen.etagOf(id) ?? "";
    return name === "Idempotency-Key" && parameter.get("required") ? this.key(keyOf(pathMethod, name)) : undefined;
  }

  /** The same until it had its effect: a refused request is tried again under it. */
  key(field) {
    if (!this.usedKeys.delete(field) && this.written.has(field))
      return this.written.get(field);
    return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, "0")).join("");
  }

  /** The example with the ids that are known in place of its own. */
  withIds(node, [path]) {
    if (Array.isArray(node))
      return node.map(item => this.withIds(item, [path]));
    if (node === null || typeof node !== "object")
      return node;
    return Object.fromEntries(Object.entries(node).map(([name, value]) =>
      [name, (typeof value === "string" && this.idAt(path, name, value)) || this.withIds(value, [path])]));
  }

  /** `by` names another resource of the path's collection; elsewhere it may be any word. `resource` is the path of one. */
  idAt(path, name, value) {
    if (name === "resource" && value.startsWith("/"))
      return this.seen.pathIn(value.split("/")[1]);
    return name === "by" && isId.test(value) ? this.seen.besides(path) : this.seen.idNamed(name);
  }

  write(field, present, wanted, set) {
    const isOurs = (present ?? "") === "" || present === this.written.get(field);
    if (wanted === undefined || !isOurs || (present ?? "") === wanted)
      return;
    this.written.set(field, wanted);
    set(wanted);
  }
}

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const keyOf = ([path, method], field) => `${method} ${path} ${field}`;

const operationAt = (system, pathMethod) => system.specSelectors.specResolvedSubtree(["paths", ...pathMethod]);

const exampleOf = operation => operation?.getIn(["requestBody", "content"])
  ?.find((_, type) => type.endsWith("json"))?.get("example")?.toJS();

const text = example => JSON.stringify(example, null, 2);
