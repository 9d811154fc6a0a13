// Says who is signed in, and fills in the client of each way to sign in.

export const signIn = ({ React }) => ({
  wrapComponents: {
    authorizeBtn: (Original, system) => props => React.createElement(React.Fragment, null,
      React.createElement("p", { className: "signed-in", role: "status" }, whoIs(system.authSelectors.authorized())),
      React.createElement(Original, props)),

    // Swagger UI knows one client for all schemes. Ours is named by each scheme of the document.
    oauth2: (Original, system) => props => {
      const scheme = system.specSelectors.specJson().getIn(["components", "securitySchemes", props.name]);
      const configs = {
        ...props.authSelectors.getConfigs(),
        clientId: scheme.get("x-client-id"),
        clientSecret: scheme.get("x-client-secret"),
      };
      return React.createElement(Original, { ...props, authSelectors: { ...props.authSelectors, getConfigs: () => configs } });
    },
  },
});

function whoIs(authorized) {
  const tokens = authorized.valueSeq().toArray().map(way => way.getIn(["token", "access_token"]) ?? way.get("value"));
  return tokens.length === 0 ? "Not signed in" : `Signed in as ${tokens.map(nameIn).join(" and ")}`;
}

function nameIn(token) {
  try {
    const claims = token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/");
    const { name, sub } = JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(claims), sign => sign.charCodeAt(0))));
    return name ?? sub ?? "somebody";
  } catch {
    return "somebody: the token cannot be read";
  }
}
