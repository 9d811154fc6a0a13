-- The lines of a report that may exceed their plan beyond the tolerance, since official conditions led to it.
create table LiftedTolerance (
    SpendingReportId uniqueidentifier not null constraint FK_LiftedTolerance_SpendingReport references SpendingReport (Id),
    Category varchar(40) collate Latin1_General_BIN2 not null,
    Reason nvarchar(1000) not null,
    -- Whose finding it is: that person does not accept the report.
    FoundBy nvarchar(800) collate Latin1_General_BIN2 not null,
    CreatedAt datetime2(3) not null,
    constraint PK_LiftedTolerance primary key (SpendingReportId, Category)
);
