// What the answers have told: of each collection the resource that was seen last, and the version of each resource.

export class Seen {
  resources = new Map();
  etags = new Map();

  note(path, method, response) {
    const { body, headers, url } = response;
    if (method === "delete")
      this.resources.delete(segmentBefore(path, path.slice(path.lastIndexOf("/") + 1)));
    if (body === null || typeof body !== "object")
      return;
    if (Array.isArray(body.items))
      this.noteList(path.slice(path.lastIndexOf("/") + 1), body.items);
    this.noteMembers(body);
    // The resource is the answer, or a member of it. A new one stands in Location, any other in the path of its request.
    for (const resource of [body, ...Object.values(body)]) {
      const collection = segmentBefore(headers.location, resource?.id) ?? segmentBefore(new URL(url).pathname, resource?.id);
      if (collection)
        this.noteResource(collection, resource);
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

  noteVersion({ id, version }) {
    if (id !== undefined && version !== undefined)
      this.etags.set(id, `"${version}"`);
  }

  /** What stands at `{name}` in a path: the resource's own member of that name, as in `{number}`, or its id. */
  inPath(path, name) {
    const resource = this.resources.get(segmentBefore(path, `{${name}}`));
    return resource?.[name] ?? resource?.id;
  }

  /** The id that a member such as `bankAccountId` stands for. */
  idNamed(member) {
    return member.endsWith("Id") ? this.resources.get(collectionOf(member))?.id : undefined;
  }
}

/** `bank-accounts` for `bankAccountId`. */
const collectionOf = member => `${member.slice(0, -"Id".length).replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}s`;

function segmentBefore(path, segment) {
  const segments = path?.split("/") ?? [];
  return segments[segments.indexOf(segment) - 1];
}
