// What the answers have told: of each collection the resource that was seen last, and the version of each resource.

export class Seen {
  resources = new Map();
  // Of each collection the one that was seen before that.
  before = new Map();
  etags = new Map();
  // What a resource without a version of its own belongs to.
  owners = new Map();

  note(path, method, response) {
    const { body, headers, url } = response;
    if (method === "delete")
      this.resources.delete(segmentBefore(path, path.slice(path.lastIndexOf("/") + 1)));
    if (body === null || typeof body !== "object")
      return;
    if (Array.isArray(body.items))
      this.noteList(path.slice(path.lastIndexOf("/") + 1), body.items);
    this.noteMembers(body);
    for (const resource of [body, ...Object.values(body)])
      this.noteCited(path, [headers.location, new URL(url).pathname], resource);
  }

  /**
   * The resource is the answer, or a member of it. A new one stands in Location, any other in the path of its request: by its id, or by the
   * member that the path names, as the month of a period.
   */
  noteCited(path, places, resource) {
    for (const key of ["id", ...namesIn(path)].map(name => resource?.[name])) {
      const collection = places.map(place => segmentBefore(place, key)).find(found => found);
      if (!collection)
        continue;
      this.noteResource(collection, resource);
      if (resource.version !== undefined)
        this.etags.set(key, `"${resource.version}"`);
      return;
    }
  }

  /** The first one, unless the one that is known is among them: a tester goes on with what they work on. */
  noteList(collection, items) {
    for (const item of items)
      this.noteVersion(item);
    const known = this.resources.get(collection)?.id;
    const item = items.find(item => item.id !== undefined && item.id === known) ?? items[0];
    if (item)
      this.noteResource(collection, item);
  }

  noteResource(collection, resource) {
    const known = this.resources.get(collection)?.id;
    if (known !== undefined && known !== resource.id)
      this.before.set(collection, known);
    this.resources.set(collection, resource);
    this.noteVersion(resource);
    this.noteMembers(resource);
  }

  /** Lists in a resource, and the resources that it names. */
  noteMembers(resource) {
    for (const [name, value] of Object.entries(resource)) {
      if (name !== "items" && Array.isArray(value) && value[0]?.id)
        this.noteList(name, value);
      else if (name.endsWith("Id") && typeof value === "string" && this.idNamed(name) !== value)
        this.resources.set(collectionOf(name), { id: value });
    }
  }

  noteVersion({ id, version, ...members }) {
    if (id === undefined)
      return;
    if (version !== undefined)
      this.etags.set(id, `"${version}"`);
    else
      this.owners.set(id, Object.entries(members).find(([name]) => name.endsWith("Id"))?.[1]);
  }

  /** The version with which a resource is changed: its own, or that of what it belongs to. */
  etagOf(id) {
    return this.etags.get(id) ?? this.etags.get(this.owners.get(id));
  }

  /** What stands at `{name}` in a path: the resource's own member of that name, as in `{number}`, or its id. */
  inPath(path, name) {
    const resource = this.resources.get(segmentBefore(path, `{${name}}`));
    return resource?.[name] ?? resource?.id;
  }

  /** Another resource than the one that the path names: who takes its place. */
  besides(path) {
    return this.before.get(segmentBefore(path, "{id}"));
  }

  /** The path of what was seen last of a collection. */
  pathIn(collection) {
    const id = this.resources.get(collection)?.id;
    return id && `/${collection}/${id}`;
  }

  /** The id that a member such as `bankAccountId` stands for. */
  idNamed(member) {
    return member.endsWith("Id") ? this.resources.get(collectionOf(member))?.id : undefined;
  }
}

/** `bank-accounts` for `bankAccountId`, `remedies` for `remedyId`. */
const collectionOf = member =>
  `${member.slice(0, -"Id".length).replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}s`.replace(/ys$/, "ies");

/** `["id", "number"]` for `/applications/{id}/versions/{number}`. */
const namesIn = path => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);

function segmentBefore(path, segment) {
  const segments = path?.split("/") ?? [];
  return segments[segments.indexOf(segment) - 1];
}
