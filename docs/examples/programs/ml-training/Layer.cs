using ExamplePrograms;

namespace MlTraining;

/// <summary>A fully connected layer with its gradients and the moments of the Adam optimiser.</summary>
internal sealed class Layer
{
    private const double MeanDecay = 0.9;
    private const double SquareDecay = 0.999;

    private readonly double[] _means;
    private readonly double[] _squares;

    public Layer(int inputs, int outputs, Normal normal)
    {
        (Inputs, Outputs) = (inputs, outputs);
        Weights = new double[outputs * (inputs + 1)];
        Gradients = new double[Weights.Length];
        (_means, _squares) = (new double[Weights.Length], new double[Weights.Length]);
        var spread = Math.Sqrt(1.0 / inputs);
        for (var i = 0; i < Weights.Length; i++)
            Weights[i] = i % (inputs + 1) == inputs ? 0 : spread * normal.Next();
    }

    public int Inputs { get; }

    public int Outputs { get; }

    /// <summary>For each output the weights of its inputs, then its bias.</summary>
    public double[] Weights { get; }

    public double[] Gradients { get; }

    public void Forward(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        for (var o = 0; o < Outputs; o++)
        {
            var row = Weights.AsSpan(o * (Inputs + 1), Inputs + 1);
            var sum = row[Inputs];
            for (var i = 0; i < Inputs; i++)
                sum += row[i] * inputs[i];
            outputs[o] = sum;
        }
    }

    /// <summary>Adds to the gradients what one example's error says, and hands the error on to the layer before.</summary>
    public void Backward(ReadOnlySpan<double> inputs, ReadOnlySpan<double> errors, Span<double> inputErrors)
    {
        inputErrors.Clear();
        for (var o = 0; o < Outputs; o++)
        {
            var row = o * (Inputs + 1);
            for (var i = 0; i < Inputs; i++)
            {
                Gradients[row + i] += errors[o] * inputs[i];
                inputErrors[i] += errors[o] * Weights[row + i];
            }
            Gradients[row + Inputs] += errors[o];
        }
    }

    /// <summary>Adam's step number <paramref name="step"/> (from 1) along the mean gradient of a batch.</summary>
    public void Update(double learningRate, int batchSize, int step)
    {
        var rate = learningRate * Math.Sqrt(1 - Math.Pow(SquareDecay, step)) / (1 - Math.Pow(MeanDecay, step));
        for (var i = 0; i < Weights.Length; i++)
        {
            var gradient = Gradients[i] / batchSize;
            _means[i] = MeanDecay * _means[i] + (1 - MeanDecay) * gradient;
            _squares[i] = SquareDecay * _squares[i] + (1 - SquareDecay) * gradient * gradient;
            Weights[i] -= rate * _means[i] / (Math.Sqrt(_squares[i]) + 1e-8);
        }
        Array.Clear(Gradients);
    }
}
