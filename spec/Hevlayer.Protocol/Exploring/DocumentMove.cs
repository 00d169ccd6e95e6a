namespace Hevlayer.Protocol;

/// <summary>A step of one document, with numbers in place of values.</summary>
internal readonly record struct DocumentMove(ActionKind Kind, int Worker, int Next, int Budget, Promise Broken);
