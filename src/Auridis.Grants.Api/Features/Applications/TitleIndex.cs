namespace Auridis.Grants.Api.Features.Applications;

/// <summary>
/// What a title is found by: its key, and a row for each character from which on the key can be searched. Written in the transaction that
/// writes the title.
/// </summary>
static class TitleIndex
{
    /// <param name="id">An application that the transaction holds.</param>
    /// <param name="title">The title that stands in the list; null when it has none.</param>
    public static async Task Write(Tx tx, Guid id, string? title)
    {
        var key = SearchKey.Of(title ?? "").ToString();
        if (await tx.Execute(SetKey, new { Id = id, Key = key }) == 0)
            return;
        await tx.Execute(Remove, new { Id = id });
        await tx.Execute(Insert, new { Id = id, key.Length, SearchPaging.IndexedCharacters });
    }

    const string SetKey = "update Application set TitleKey = @Key where Id = @Id and TitleKey <> @Key";

    const string Remove = "delete from TitleSuffix where ApplicationSeq = (select Seq from Application where Id = @Id)";

    const string Insert = """
        insert into TitleSuffix (Suffix, ApplicationSeq)
        select distinct rtrim(substring(a.TitleKey, p.N, @IndexedCharacters)), a.Seq
        from Application a cross join TitlePosition p
        where a.Id = @Id and p.N <= @Length and substring(a.TitleKey, p.N, 1) > ' '
        """;
}
