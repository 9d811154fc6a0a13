// The problems that an operation can answer: a line for each status with its codes, and the rest when the line is opened.

const problem = "application/problem+json";

export const foldedProblems = ({ React }) => ({
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
              examples.keySeq().join(", "))),
          React.createElement("td")),
        open ? React.createElement(Original, props) : null);
    },
  },
});
