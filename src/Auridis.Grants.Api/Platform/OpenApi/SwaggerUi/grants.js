// Starts Swagger UI with what it lacks for playing a round by hand. Everything here is a plugin of its documented kind
// (https://swagger.io/docs/open-source-tools/swagger-ui/customization/plugin-api/); Swagger UI itself is as it was published.
import { filledFields } from "./fields.js";
import { folded } from "./folded.js";
import { introduction } from "./introduction.js";
import { labels } from "./labels.js";
import { quickDocument } from "./quick-document.js";
import { signIn } from "./sign-in.js";

const ui = SwaggerUIBundle({
  dom_id: "#swagger-ui",
  url: new URL("./v1/swagger.json", location.href).href,
  oauth2RedirectUrl: new URL("./oauth2-redirect.html", location.href).href,
  validatorUrl: null,
  deepLinking: true,
  displayRequestDuration: true,
  docExpansion: "none",
  // The schemas stand with the operations that use them.
  defaultModelsExpandDepth: -1,
  defaultModelRendering: "example",
  persistAuthorization: true,
  tryItOutEnabled: true,
  // The default's numbers can hardly be read on their ground.
  syntaxHighlight: { theme: "obsidian" },
  plugins: [quickDocument, introduction, signIn, folded, labels, filledFields],
});
ui.initOAuth({ usePkceWithAuthorizationCodeGrant: true });
