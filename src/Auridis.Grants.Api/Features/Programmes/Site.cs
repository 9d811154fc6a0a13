namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>Who is to get a place, and how much.</summary>
sealed record Site(string OfficeAgs, Money Amount);
