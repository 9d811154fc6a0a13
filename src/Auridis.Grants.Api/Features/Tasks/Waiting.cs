using Auridis.Grants.Api.Platform.Agenda;

namespace Auridis.Grants.Api.Features.Tasks;

/// <summary>All that can wait for somebody, in the order in which a list of tasks has it.</summary>
/// <param name="Kinds">Each <see cref="TaskKind"/> with its rows.</param>
sealed record Waiting(IReadOnlyList<(string Kind, WaitingWork Work)> Kinds);
