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
    // A new resource stands in Location, any other in the path of its request.
    const collection = segmentBefore(headers.location, body.id) ?? segmentBefore(new URL(url).pathname, body.id);
    if (collection)
      this.noteResource(collection, body);
    else
      this.noteParts(new URL(url).pathname, body);
  }

  /** A step can answer with the resource of its path as a part, beside what else it came to. */
  noteParts(path, body) {
    for (const [name, part] of Object.entries(body)) {
      const collection = part?.id && segmentBefore(path, part.id);
      if (collection)
        this.noteResource(collection, part);
      else if (name !== "items" && Array.isArray(part) && part[0]?.id)
        this.noteList(name, part);
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
    for (const [name, value] of Object.entries(resource)) {
      if (Array.isArray(value) && value[0]?.id)
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
