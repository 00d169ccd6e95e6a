using Hevlayer.Tests.Shared;
using Hevlayer.Wire.Tests.Requests;

namespace Hevlayer.Wire.Tests.Rows;

/// <summary>What one operation must look like on the wire.</summary>
/// <param name="Call">A call with every parameter and every field set.</param>
/// <param name="Full">What that call must send.</param>
/// <param name="Minimal">What the call in <see cref="OperationCalls"/> must send.</param>
internal sealed record WireRow(OperationCall Call, ExpectedRequest Full, ExpectedRequest Minimal);
