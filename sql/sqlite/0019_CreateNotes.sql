-- Notes on resources of a round: append-only; one that is wrong is struck.
create table Note (
    Seq integer primary key,
    Id text not null,
    Version integer not null,
    -- A path, as clients write it.
    Resource text not null,
    Kind text not null constraint CK_Note_Kind check (Kind in ('note', 'call', 'question', 'discussion')),
    Text text not null,
    Status text not null constraint CK_Note_Status check (Status in ('written', 'struck')),
    -- What it is about belongs to these; a draft programme can be deleted, and its notes stay.
    ProgrammeId text null,
    OfficeAgs text null,
    Author text not null,
    WrittenOn text not null,
    StruckBy text null,
    StrikeReason text null,
    CreatedAt text not null,
    UpdatedAt text not null,
    constraint CK_Note_Struck check (
        (Status = 'written' and StruckBy is null) or (Status = 'struck' and StruckBy is not null and StrikeReason is not null))
);
GO
create unique index UQ_Note_Id on Note (Id);
GO
create index IX_Note_UpdatedAt_Seq on Note (UpdatedAt, Seq);
GO
create index IX_Note_Resource_UpdatedAt_Seq on Note (Resource, UpdatedAt, Seq);
GO
create index IX_Note_Resource_Seq on Note (Resource, Seq);
GO
create trigger TR_Note_Update before update on Note when new.Text <> old.Text or old.Status = 'struck' begin
    select raise(abort, 'A note is append-only.');
end;
GO
create trigger TR_Note_Delete before delete on Note begin
    select raise(abort, 'A note is append-only.');
end;
