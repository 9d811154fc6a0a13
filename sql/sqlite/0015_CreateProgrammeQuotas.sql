create table ProgrammeQuota (
    Seq integer primary key,
    ProgrammeId text not null constraint FK_ProgrammeQuota_Programme references Programme (Id),
    -- What the sites are counted by, and the value that they share.
    Property text not null,
    Value text not null,
    Most integer not null constraint CK_ProgrammeQuota_Most check (Most > 0),
    Taken integer not null default 0,
    constraint CK_ProgrammeQuota_Taken check (Taken between 0 and Most)
);
GO
create unique index UQ_ProgrammeQuota_ProgrammeId_Property_Value on ProgrammeQuota (ProgrammeId, Property, Value);
