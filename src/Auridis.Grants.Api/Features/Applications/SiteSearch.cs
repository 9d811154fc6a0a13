using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>
/// What <c>?q=…</c> finds among what belongs to a site: by its reference or the AGS of its office from their beginning, by the name of its
/// office or the title of its project anywhere.
/// </summary>
/// <param name="Table">The list's table: with Seq, Reference and OfficeAgs.</param>
/// <param name="Titled">The condition by which a row has one of the applications that <see cref="ByTitle"/> finds.</param>
/// <param name="HasTitle">The same of one row that is at hand, by its title.</param>
/// <param name="FewTitles">So many titles are found by index. Of more, the list is read in its order, and each row looked at.</param>
sealed record SiteSearch(string Table, string Titled, string HasTitle, int FewTitles = SearchPaging.Few)
{
    /// <summary>The ids of the applications that have it in their title.</summary>
    public const string ByTitle = $"""
        select a.Id from TitleSuffix t cross join Application a
        where t.Suffix >= @KeyFrom and t.Suffix < @KeyTo and a.Seq = t.ApplicationSeq and a.{TitleMatches}
        """;

    /// <summary>Of an application.</summary>
    public const string TitleMatches = @"TitleKey like @Anywhere escape '\'";

    // The index alone says which applications have a text, unless it is longer than what is indexed: more of them are found sooner than the
    // rows of a list are read to its end, where such titles stand far back.
    public static readonly SiteSearch Applications = new("Application", $"Id in ({ByTitle})", TitleMatches, FewTitles: 2_000);

    const string BySuffix = "Seq in (select ApplicationSeq from TitleSuffix where Suffix >= @KeyFrom and Suffix < @KeyTo)";

    /// <summary>The condition, or null when nothing is searched for.</summary>
    public async Task<string?> Condition(Session session, SearchPaging request)
    {
        if (request.Q is null)
            return null;
        foreach (var (probe, few) in ((string, int)[])
            [(Titles, FewTitles), (ByReference, SearchPaging.Few), (ByOffice, SearchPaging.Few)])
        {
            var found = await session.Top<long>(probe, new
            {
                request.KeyFrom,
                request.KeyTo,
                request.PrefixFrom,
                request.PrefixTo,
                request.Prefix,
                request.Anywhere,
                Take = few + 1,
            });
            if (found.Count > few)
                return @$"(Reference like @Prefix escape '\' or OfficeAgs in ({OfficeSearch.Found}) or {HasTitle})";
        }
        var titled = this == Applications && request.IsIndexedWhole ? BySuffix : Titled;
        return $"""
            Seq in (
                select Seq from {Table} where {InReference}
                union all select Seq from {Table} where OfficeAgs in ({OfficeSearch.Found})
                union all select Seq from {Table} where {titled})
            """;
    }

    const string InReference = "Reference >= @PrefixFrom and Reference < @PrefixTo";

    const string Titles = """
        select ApplicationSeq from TitleSuffix where Suffix >= @KeyFrom and Suffix < @KeyTo order by Suffix, ApplicationSeq
        """;

    string ByReference => $"select Seq from {Table} where {InReference} order by Reference";

    string ByOffice => $"""
        select l.Seq from YouthOffice o cross join {Table} l where {OfficeSearch.Matches} and l.OfficeAgs = o.Ags order by o.Ags, l.Seq
        """;
}
