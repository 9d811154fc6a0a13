// An open operation shows what is sent and what comes back. The problems that it can answer are a line for each status with its codes, and
// the headers of an answer a line as well, until they are opened.

const problem = "application/problem+json";

export const folded = ({ React }) => ({
  wrapComponents: {
    response: Original => props => {
      const examples = props.response.getIn(["content", problem, "examples"]);
      const [open, setOpen] = React.useState(false);
      if (!examples)
        return React.createElement(Original, props);
      return React.createElement(React.Fragment, null,
        React.createElement("tr", { className: `response folded ${props.className}`, "data-code": props.code },
          React.createElement("td", { className: "response-col_status" }, props.code),
          React.createElement("td", { className: "response-col_description" },
            React.createElement("button", { type: "button", "aria-expanded": open, onClick: () => setOpen(!open) },
              examples.keySeq().join(", ")))),
        open ? React.createElement(Original, props) : null);
    },

    headers: Original => props => props.headers?.size > 0
      ? React.createElement("details", null, React.createElement("summary", null, "Headers"), React.createElement(Original, props))
      : null,
  },
});
