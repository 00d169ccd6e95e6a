namespace Hevlayer.Workers;

/// <summary>How much a document brings to a call that it shares with others, or how much such a call takes.</summary>
/// <param name="Items">Rows, ids or documents.</param>
/// <param name="Bytes">Bytes of the body, about.</param>
internal readonly record struct CallSize(int Items, long Bytes);
