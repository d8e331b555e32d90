using ExamplePrograms;

namespace MlTraining;

/// <summary>A multilayer perceptron with tanh between its layers and the softmax of the last one as class probabilities.</summary>
internal sealed class Network
{
    private readonly double[][] _activations;
    private readonly double[][] _errors;
    private int _updates;

    public Network(int[] widths, int seed)
    {
        var normal = new Normal(seed);
        Layers = [.. widths.Zip(widths.Skip(1), (inputs, outputs) => new Layer(inputs, outputs, normal))];
        _activations = [.. widths.Select(width => new double[width])];
        _errors = [.. widths.Select(width => new double[width])];
    }

    public Layer[] Layers { get; }

    public int ParameterCount => Layers.Sum(layer => layer.Weights.Length);

    /// <summary>The probability of each class; valid until the next call.</summary>
    public ReadOnlySpan<double> Predict(Example example)
    {
        (_activations[0][0], _activations[0][1]) = (example.X, example.Y);
        for (var i = 0; i < Layers.Length; i++)
        {
            var outputs = _activations[i + 1].AsSpan();
            Layers[i].Forward(_activations[i], outputs);
            if (i < Layers.Length - 1)
                Squash(outputs);
            else
                Normalise(outputs);
        }
        return _activations[^1];
    }

    /// <summary>Predicts, adds to the gradients and returns the loss: the negative logarithm of the true class's probability.</summary>
    public double Learn(Example example)
    {
        var probabilities = Predict(example);
        var loss = -Math.Log(Math.Max(probabilities[example.Label], 1e-300));
        probabilities.CopyTo(_errors[^1]);
        _errors[^1][example.Label] -= 1;
        for (var i = Layers.Length - 1; i >= 0; i--)
        {
            Layers[i].Backward(_activations[i], _errors[i + 1], _errors[i]);
            for (var j = 0; i > 0 && j < _errors[i].Length; j++)
                _errors[i][j] *= 1 - _activations[i][j] * _activations[i][j];
        }
        return loss;
    }

    public void Update(double learningRate, int batchSize)
    {
        _updates++;
        foreach (var layer in Layers)
            layer.Update(learningRate, batchSize, _updates);
    }

    private static void Squash(Span<double> values)
    {
        foreach (ref var value in values)
            value = Math.Tanh(value);
    }

    private static void Normalise(Span<double> values)
    {
        var greatest = double.NegativeInfinity;
        foreach (var value in values)
            greatest = Math.Max(greatest, value);
        var sum = 0.0;
        foreach (ref var value in values)
            sum += value = Math.Exp(value - greatest);
        foreach (ref var value in values)
            value /= sum;
    }
}
