// What holds for every operation is long: it is folded, so that the operations stand on the first screen.

export const introduction = ({ React }) => ({
  components: {
    InfoContainer: ({ specSelectors, getComponent }) => {
      const info = specSelectors.info();
      const Markdown = getComponent("Markdown", true);
      const link = (href, text) => React.createElement("a", { key: href, href }, text);
      return React.createElement("header", { className: "info", role: "banner" },
        React.createElement("h1", { className: "title" }, info.get("title"), " ", React.createElement("small", null, info.get("version"))),
        React.createElement("p", null, info.get("summary")),
        React.createElement("nav", { "aria-label": "About this API" },
          link("./v1/swagger.json", "OpenAPI (JSON)"),
          link("./v1/swagger.yaml", "OpenAPI (YAML)"),
          link("../problems", "All problems"),
          link(info.getIn(["license", "url"]), `Licence: ${info.getIn(["license", "name"])}`),
          link(info.getIn(["contact", "url"]), info.getIn(["contact", "name"]))),
        React.createElement("details", null,
          React.createElement("summary", null, "What holds for every operation: money, versions, retries, lists, problems, times"),
          React.createElement(Markdown, { source: info.get("description") })),
        // The groups are headings of the third level.
        React.createElement("h2", { className: "unseen" }, "Operations"));
    },
    // There is one server: this one.
    ServersContainer: () => null,
  },
});
