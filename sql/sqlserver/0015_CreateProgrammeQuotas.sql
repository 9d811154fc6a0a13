create table ProgrammeQuota (
    Seq bigint identity not null constraint PK_ProgrammeQuota primary key,
    ProgrammeId uniqueidentifier not null constraint FK_ProgrammeQuota_Programme references Programme (Id),
    -- What the sites are counted by, and the value that they share.
    Property varchar(20) collate Latin1_General_BIN2 not null,
    Value nvarchar(200) collate Latin1_General_BIN2 not null,
    Most int not null constraint CK_ProgrammeQuota_Most check (Most > 0),
    Taken int not null default 0,
    constraint CK_ProgrammeQuota_Taken check (Taken between 0 and Most)
);
GO
create unique index UQ_ProgrammeQuota_ProgrammeId_Property_Value on ProgrammeQuota (ProgrammeId, Property, Value);
