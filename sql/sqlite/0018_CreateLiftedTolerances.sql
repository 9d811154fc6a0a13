-- The lines of a report that may exceed their plan beyond the tolerance, since official conditions led to it.
create table LiftedTolerance (
    SpendingReportId text not null constraint FK_LiftedTolerance_SpendingReport references SpendingReport (Id),
    Category text not null,
    Reason text not null,
    -- Whose finding it is: that person does not accept the report.
    FoundBy text not null,
    CreatedAt text not null,
    constraint PK_LiftedTolerance primary key (SpendingReportId, Category)
);
