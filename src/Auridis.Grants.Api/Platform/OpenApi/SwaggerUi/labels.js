// Names fields and buttons for those who do not see where they stand.

export const labels = ({ React }) => ({
  wrapComponents: {
    JsonSchemaForm: Original => props => React.createElement("label", null,
      React.createElement("span", { className: "unseen" }, props.description),
      React.createElement(Original, props)),
    CloseIcon: Original => props => React.createElement(React.Fragment, null,
      React.createElement("span", { className: "unseen" }, "Close"),
      React.createElement(Original, props)),
    TextArea: Original => props => React.createElement(Original, { "aria-label": "Request body", ...props }),
  },
});
